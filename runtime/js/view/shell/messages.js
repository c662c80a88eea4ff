/**
 * The words of the shell, by the language of the simulated phone. Runs in the shell page.
 */

const EN = {
  "cancel": "Cancel", "confirm": "OK",
  "share-sent": "Send", "share-to": "Send to:", "share-friend": "A friend",
  "menu-share": "Forward to Chat", "menu-favorite": "Favorite", "menu-restart": "Restart", "menu-settings": "Settings",
  "menu-timeline": "Share to Moments", "menu-copy": "Copy Link", "menu-about": "About", "close": "Close", "done": "Done",
  "image-send": "Send to a friend", "image-save": "Save picture", "image-favorite": "Add to favorites",
  "image-code": "Read the code in the picture",
  "document-not-drawn": "Handset draws PDF only",
  "map-place": "Location", "map-choose": "Choose a place", "map-search": "Search for a city", "map-none": "No city of this name",
  "picture-turn": "Turn", "picture-part": "The part that is kept", "video-start": "Start", "video-end": "End",
  "error-title": "The page could not be built", "year": "", "month": "", "day": "", "app": "Mini program",
};
const ZH = {
  "cancel": "取消", "confirm": "确定",
  "share-sent": "发送", "share-to": "发送给:", "share-friend": "朋友",
  "menu-share": "转发给朋友", "menu-favorite": "收藏", "menu-restart": "重新进入小程序", "menu-settings": "设置",
  "menu-timeline": "分享到朋友圈", "menu-copy": "复制链接", "menu-about": "关于", "close": "关闭", "done": "完成",
  "image-send": "发送给朋友", "image-save": "保存图片", "image-favorite": "收藏", "image-code": "识别图中的码",
  "document-not-drawn": "Handset 仅显示 PDF",
  "map-place": "位置", "map-choose": "选择位置", "map-search": "搜索城市", "map-none": "没有这个城市",
  "picture-turn": "旋转", "picture-part": "保留的区域", "video-start": "开始", "video-end": "结束",
  "error-title": "页面编译失败", "year": "年", "month": "月", "day": "日", "app": "小程序",
};

const ZH_HANT = {
  "cancel": "取消", "confirm": "確定",
  "share-sent": "傳送", "share-to": "傳送給:", "share-friend": "朋友",
  "menu-share": "轉傳給朋友", "menu-favorite": "收藏", "menu-restart": "重新進入小程式", "menu-settings": "設定",
  "menu-timeline": "分享到朋友圈", "menu-copy": "複製連結", "menu-about": "關於", "close": "關閉", "done": "完成",
  "image-send": "傳送給朋友", "image-save": "儲存圖片", "image-favorite": "收藏", "image-code": "識別圖中的碼",
  "document-not-drawn": "Handset 僅顯示 PDF",
  "map-place": "位置", "map-choose": "選擇位置", "map-search": "搜尋城市", "map-none": "沒有這個城市",
  "picture-turn": "旋轉", "picture-part": "保留的區域", "video-start": "開始", "video-end": "結束",
  "error-title": "頁面編譯失敗", "year": "年", "month": "月", "day": "日", "app": "小程式",
};

/** @param {string} language as in the device: "zh_CN", "en" … @returns {Object<string, string>} */
export function wordsFor(language) {
  if (["zh_TW", "zh_HK"].includes(String(language))) return ZH_HANT;
  return String(language).startsWith("zh") ? ZH : EN;
}
