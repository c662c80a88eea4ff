// Calls every public method of miniprogram-automator once. Prints what each has come to as JSON, by its name.
const automator = require("miniprogram-automator");

const seen = {};

async function of(name, outcome) {
  try {
    const value = await outcome;
    seen[name] = value === undefined ? "done" : value;
  } catch (error) {
    seen[name] = `refused: ${error.message}`;
  }
  return seen[name];
}

const path = (page) => page && page.path;
const tag = (element) => element && element.tagName;
const tags = (elements) => elements.map(tag);

async function program(mp) {
  await of("reLaunch", mp.reLaunch("/pages/a/a").then(path));
  await of("navigateTo", mp.navigateTo("/pages/b/b?x=1").then(path));
  await of("pageStack", mp.pageStack().then((pages) => pages.map(path)));
  await of("navigateBack", mp.navigateBack().then(path));
  await of("redirectTo", mp.redirectTo("/pages/b/b").then(path));
  await of("switchTab", mp.switchTab("/pages/me/me").then(path));
  await of("currentPage", mp.currentPage().then(path));
  await of("systemInfo", mp.systemInfo().then(({ platform }) => platform));
  await of("callWxMethod", mp.callWxMethod("getStorageSync", "none"));
  await of("mockWxMethod", mp.mockWxMethod("getStorageSync", (key) => `mocked ${key}`).then(() => mp.callWxMethod("getStorageSync", "k")));
  await of("restoreWxMethod", mp.restoreWxMethod("getStorageSync").then(() => mp.callWxMethod("getStorageSync", "none")));
  await of("evaluate", mp.evaluate((a) => ({ a, pages: getCurrentPages().length }), [1]));
  await of("exposeFunction", new Promise((resolve, reject) => {
    mp.exposeFunction("tellMe", (...args) => resolve(args)).then(() => mp.evaluate(() => tellMe(1, { b: 2 }))).catch(reject);
  }));
  await of("console", new Promise((resolve) => {
    mp.on("console", resolve);
    mp.evaluate(() => console.warn("said", 1));
  }));
  await of("exception", new Promise((resolve) => {
    mp.on("exception", ({ message }) => resolve(message));
    mp.evaluate(() => { setTimeout(() => { throw new Error("late"); }); });
  }));
  await of("checkVersion", mp.checkVersion());
  await of("screenshot", mp.screenshot().then((data) => data.slice(0, 10)));
  await of("testAccounts", mp.testAccounts().then((accounts) => Object.keys(accounts[0])));
  await of("stopAudits", mp.stopAudits().then(({ report, ...more }) => [typeof report, Object.keys(more)]));
  await of("setTicket", mp.setTicket("t"));
  await of("getTicket", mp.getTicket());
  await of("refreshTicket", mp.refreshTicket());
  await of("remote", mp.remote(true));
  const read = () => mp.evaluate(() => [wx.getStorageSync("none"), getApp().hello.read("none")]);
  await of("mockPluginWxMethod", mp.mockPluginWxMethod("wx12", "getStorageSync", "mocked").then(read));
  await of("callPluginWxMethod", mp.callPluginWxMethod("wx12", "getStorageSync", "none"));
  await of("restorePluginWxMethod", mp.restorePluginWxMethod("wx12", "getStorageSync").then(read));
}

async function page(mp) {
  const page = await mp.reLaunch("/pages/a/a");
  await of("page.waitFor", page.waitFor(".box").then(() => page.waitFor(async () => (await page.$$("view")).length > 1)));
  await of("page.$", page.$(".box").then(tag));
  await of("page.$$", page.$$("switch, slider").then(tags));
  await of("page.xpath", page.xpath("//slider").then(tag));
  await of("page.getElementByXpath", page.getElementByXpath("//none").then(tag));
  await of("page.getElementsByXpath", page.getElementsByXpath("//card/view").then(tags));
  await of("page.data", page.data("list[1].a"));
  await of("page.setData", page.setData({ name: "N" }).then(() => page.data("name")));
  await of("page.size", page.size().then(({ width, height }) => [width, height > 2000]));
  await of("page.callMethod", page.callMethod("add", 1, 2));
  await of("pageScrollTo", mp.pageScrollTo(100));
  await of("page.scrollTop", page.waitFor(async () => (await page.scrollTop()) === 100).then(() => page.scrollTop()));
}

async function element(mp) {
  const page = await mp.reLaunch("/pages/a/a");
  const box = await page.$(".box");
  await of("element.$", box.$("text").then(tag));
  await of("element.$$", box.$$("text").then(tags));
  await of("element.size", box.size());
  await of("element.offset", box.offset());
  await of("element.text", box.text());
  await of("element.attribute", box.attribute("data-item-id"));
  await of("element.style", box.style("color"));
  await of("element.wxml", box.wxml());
  await of("element.outerWxml", box.outerWxml().then((text) => text.slice(0, 5)));
  await of("element.tap", box.tap().then(() => page.data("name")));
  const pad = await page.$(".pad");
  const at = (pageX) => [{ identifier: 0, pageX, pageY: 700 }];
  await of("element.longpress", pad.longpress());
  await of("element.touchstart", pad.touchstart({ touches: at(10), changedTouches: at(10) }));
  await of("element.touchmove", pad.touchmove({ touches: at(60), changedTouches: at(60) }));
  await of("element.touchend", pad.touchend({ touches: [], changedTouches: at(60) }));
  const card = await page.$("card");
  await of("element.trigger", card.trigger("buy", { n: 1 }));
  await of("element.dispatchEvent", (await page.$("page")).dispatchEvent({ eventName: "change", $: "slider", detail: { value: 3 } }));
  await of("events", page.data("seen").then((all) => all.map(([kind]) => kind)));
  await of("custom.setData", card.setData({ title: "New" }).then(() => card.property("title")));
  await of("custom.data", card.data("own[1]"));
  await of("custom.callMethod", card.callMethod("twice", 4));
  const input = await page.$("input");
  await of("input.input", input.input("typed").then(() => page.data("typed")));
  await of("element.value", input.value());
  await of("textarea.input", page.$("textarea").then((area) => area.input("long").then(() => area.value())));
  const area = await page.$("scroll-view");
  await of("scrollView.scrollTo", area.scrollTo(0, 50).then(() => area.property("scrollTop")));
  await of("scrollView.scrollWidth", area.scrollWidth().then((width) => width > 0));
  await of("scrollView.scrollHeight", area.scrollHeight());
  const swiper = await page.$("swiper");
  await of("swiper.swipeTo", swiper.swipeTo(1).then(() => swiper.property("current")));
  const movable = await page.$("movable-view");
  await of("movableView.moveTo", movable.moveTo(40, 10).then(() => movable.property("x")));
  const slider = await page.$("slider");
  await of("slider.slideTo", slider.slideTo(33).then(() => slider.property("value")));
  const toggle = await page.$("switch");
  await of("switch.tap", toggle.tap().then(() => toggle.property("checked")));
  await of("context.callContextMethod", page.$("video").then((video) => video.callContextMethod("seek", 0)));
}

async function native(mp) {
  const ask = (name, wx) => mp.evaluate(`function () { global.${name} = 'none'; wx.${wx} }`);
  const said = async (name) => {
    const page = await mp.currentPage();
    await page.waitFor(async () => (await mp.evaluate(`() => global.${name}`)) !== "none");
    return mp.evaluate(`() => global.${name}`);
  };
  const phone = mp.native();
  await mp.reLaunch("/pages/a/a");
  await ask("first", "showModal({ success: ({ confirm }) => { global.first = confirm } })");
  await of("native.confirmModal", phone.confirmModal().then(() => said("first")));
  await ask("second", "showModal({ success: ({ confirm }) => { global.second = confirm } })");
  await of("native.cancelModal", phone.cancelModal().then(() => said("second")));
  await ask("third", "getLocation({ complete: ({ errMsg }) => { global.third = errMsg } })");
  await of("native.authorizeCancel", phone.authorizeCancel().then(() => said("third")));
  await ask("fourth", "authorize({ scope: 'scope.camera', complete: ({ errMsg }) => { global.fourth = errMsg } })");
  await of("native.authorizeAllow", phone.authorizeAllow().then(() => said("fourth")));
  await ask("fifth", "requestPayment({ timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'MD5', paySign: 's', complete: ({ errMsg }) => { global.fifth = errMsg } })");
  await of("native.closePaymentDialog", phone.closePaymentDialog().then(() => said("fifth")));
  await of("native.shareNothing", phone.shareConfirm());
  const share = await (await mp.switchTab("/pages/me/me")).$("button");
  await share.tap();
  await of("native.shareCancel", phone.shareCancel());
  await share.tap();
  await of("native.shareConfirm", phone.shareConfirm());
  await mp.navigateTo("/pages/b/b");
  await of("native.navigateLeft", phone.navigateLeft().then(() => mp.currentPage()).then(path));
  await of("native.switchTab", phone.switchTab({ url: "/pages/me/me" }).then(() => mp.currentPage()).then(path));
  await of("native.goHome", phone.goHome().then(() => mp.currentPage()).then(path));
}

(async () => {
  const [, , port] = process.argv.slice(2);
  const mp = await automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` });
  for (const part of [program, page, element, native]) await part(mp);
  mp.disconnect();
  console.log(JSON.stringify(seen));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
