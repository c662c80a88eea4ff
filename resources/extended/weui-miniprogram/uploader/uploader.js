/** Pictures to be sent: `select` looks at what was chosen, `upload` sends it and gives a promise of `{urls}`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    title: { type: String, value: '图片上传' },
    sizeType: { type: Array, value: ['original', 'compressed'] },
    sourceType: { type: Array, value: ['album', 'camera'] },
    maxSize: { type: Number, value: 5 * 1024 * 1024 },
    maxCount: { type: Number, value: 1 },
    files: { type: Array, value: [] },
    select: { type: null, value: null },
    upload: { type: null, value: null },
    tips: String,
    extClass: String,
    showDelete: { type: Boolean, value: true },
  },
  data: { isShown: false, current: 0, urls: [] },
  methods: {
    preview(event) {
      const { index } = event.currentTarget.dataset;
      this.setData({ isShown: true, current: index, urls: this.data.files.map((file) => file.url) });
    },
    choose() {
      const { maxCount, files, sizeType, sourceType } = this.data;
      wx.chooseImage({
        count: maxCount - files.length,
        sizeType,
        sourceType,
        success: (result) => this.take(result),
        fail: (error) => this.refuse({ type: 3, errMsg: error.errMsg, error }),
      });
    },
    take(chosen) {
      const { select, upload, maxSize, files } = this.data;
      const large = chosen.tempFiles.findIndex((file) => file.size > maxSize);
      if (typeof select === 'function' && select(chosen) === false) return;
      if (large >= 0) {
        this.refuse({ type: 1, errMsg: `chooseImage:fail size exceed ${maxSize}`, total: chosen.tempFilePaths.length, index: large });
        return;
      }
      this.triggerEvent('select', chosen, {});
      const added = chosen.tempFilePaths.map((url) => ({ loading: true, url }));
      if (typeof upload !== 'function') return;
      this.setData({ files: [...files, ...added] });
      const finish = (change) => {
        const { files: present } = this.data;
        this.setData({ files: present.map((file) => (chosen.tempFilePaths.includes(file.url) ? { ...file, loading: false, ...change(file) } : file)) });
      };
      Promise.resolve(upload(chosen)).then(
        (sent) => {
          const urls = (sent && sent.urls) || [];
          finish((file) => ({ url: urls[chosen.tempFilePaths.indexOf(file.url)] || file.url }));
          this.triggerEvent('success', sent, {});
        },
        (error) => {
          finish(() => ({ error: true }));
          this.refuse({ type: 2, errMsg: 'upload file fail', error, urls: chosen.tempFilePaths });
        },
      );
    },
    refuse(detail) {
      this.triggerEvent('fail', detail, {});
    },
    remove(event) {
      const { index } = event.detail;
      const item = this.data.files[index];
      this.setData({ files: this.data.files.filter((_file, place) => place !== index) });
      this.triggerEvent('delete', { index, item });
    },
    hide() {
      this.setData({ isShown: false });
    },
  },
});
