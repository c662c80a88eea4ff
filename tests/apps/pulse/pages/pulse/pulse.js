const SERVICE = '0000180D-0000-1000-8000-00805F9B34FB';
const RATE = '00002A37-0000-1000-8000-00805F9B34FB';

Page({
  data: { log: [] },

  note(...words) {
    this.setData({ log: [...this.data.log, words.join(' ')] });
  },

  onLoad() {
    wx.onBluetoothAdapterStateChange(({ available, discovering }) => this.note('adapter', available, discovering));
    wx.onBLEConnectionStateChange(({ connected }) => this.note(connected ? 'connected' : 'disconnected'));
    wx.onBLECharacteristicValueChange(({ value }) => this.note('pulse', new Uint8Array(value)[1]));
    wx.onBluetoothDeviceFound(({ devices }) => {
      const sensor = devices.find((one) => one.advertisServiceUUIDs.includes(SERVICE));
      if (sensor) this.connect(sensor);
    });
    wx.openBluetoothAdapter({
      success: () => wx.startBluetoothDevicesDiscovery({ services: [SERVICE] }),
      fail: ({ errMsg, errCode }) => this.note(errMsg, errCode),
    });
  },

  async connect({ deviceId, name, advertisData }) {
    this.note('found', name, new Uint8Array(advertisData).length, deviceId.length);
    await wx.stopBluetoothDevicesDiscovery();
    await wx.createBLEConnection({ deviceId });
    const { services } = await wx.getBLEDeviceServices({ deviceId });
    const { characteristics } = await wx.getBLEDeviceCharacteristics({ deviceId, serviceId: SERVICE });
    this.note(services.length, 'services', characteristics[0].properties.notify);
    await wx.notifyBLECharacteristicValueChange({ deviceId, serviceId: SERVICE, characteristicId: RATE, state: true });
    this.note('subscribed');
  },
});
