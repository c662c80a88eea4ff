// A typical suite of miniprogram-automator. Prints what it has seen as JSON.
const automator = require("miniprogram-automator");

async function shop(mp) {
  const seen = {};
  const logs = [];
  const thrown = [];
  const told = [];
  mp.on("console", (message) => logs.push(message));
  mp.on("exception", ({ message }) => thrown.push(message));
  await mp.exposeFunction("tell", (...args) => told.push(args));
  let page = await mp.reLaunch("/pages/a/a");
  const box = await page.$(".box");
  seen.box = [await box.text(), await box.attribute("data-item-id"), await box.style("color"), (await box.size()).width];
  await box.tap();
  seen.tapped = await page.data("name");
  const input = await page.$("input");
  await input.input("typed");
  seen.typed = [await input.value(), await page.data("typed")];
  const card = await page.$("card");
  await card.setData({ title: "New" });
  seen.card = [await card.property("title"), await card.data("own"), await card.callMethod("twice", 4), await (await card.$(".inner")).text()];
  await (await page.$("slider")).slideTo(33);
  await (await page.$("switch")).tap();
  await (await page.$("swiper")).swipeTo(1);
  const movable = await page.$("movable-view");
  await movable.moveTo(40, 10);
  const area = await page.$("scroll-view");
  await area.scrollTo(0, 50);
  seen.moved = [await movable.property("x"), await movable.property("y"), await area.property("scrollTop"), await area.scrollHeight()];
  await (await page.$(".pad")).longpress();
  await card.trigger("buy", { n: 1 });
  seen.events = (await page.data("seen")).map(([kind]) => kind);
  seen.found = [(await page.$$("view")).length, await page.$(".none"), await (await page.xpath("//view[@id='top']")).text()];
  seen.method = await page.callMethod("add", 1, 2);
  await mp.mockWxMethod("showModal", { confirm: true, cancel: false });
  seen.modal = (await mp.evaluate(() => new Promise((end) => wx.showModal({ success: end })))).confirm;
  await mp.restoreWxMethod("showModal");
  await mp.mockWxMethod("getStorageSync", function (key, more) { return [key, more, this.origin(key)]; }, "more");
  seen.mock = await mp.evaluate((key) => wx.getStorageSync(key), "none");
  await mp.restoreWxMethod("getStorageSync");
  seen.stored = [await mp.callWxMethod("setStorageSync", "z", [1]), (await mp.callWxMethod("getStorage", { key: "z" })).data];
  await mp.evaluate(() => {
    console.log("said", { a: { b: { c: 1 } } });
    tell(1, "x");
    setTimeout(() => { throw new Error("late"); });
    wx.showModal({ success: ({ confirm }) => { global.answered = confirm; } });
  });
  await mp.native().confirmModal();
  page = await mp.navigateTo("/pages/b/b?x=1");
  seen.answered = await mp.evaluate(() => global.answered);
  seen.stack = (await mp.pageStack()).map(({ path }) => path);
  seen.query = page.query;
  seen.back = (await mp.navigateBack()).path;
  seen.picture = (await mp.screenshot()).slice(0, 10);
  return { ...seen, logs, thrown, told };
}

async function game(mp) {
  const page = await mp.reLaunch("/pages/game/game");
  const before = await page.data();
  const board = await page.$("page");
  const at = (pageX) => ({ touches: [{ identifier: 0, pageX, pageY: 400 }], changedTouches: [{ identifier: 0, pageX, pageY: 400 }] });
  for (const [from, to] of [[300, 60], [60, 300], [300, 60]]) {
    await board.touchstart(at(from));
    await board.touchmove(at(to));
    await board.touchend(at(to));
  }
  return { path: page.path, hasData: Object.keys(before).length > 0, size: await page.size(), wxml: (await board.wxml()).length };
}

(async () => {
  const [how, project, port, suite] = process.argv.slice(2);
  const mp = how === "connect"
    ? await automator.connect({ wsEndpoint: `ws://127.0.0.1:${port}` })
    : await automator.launch({ cliPath: process.env.HANDSET_CLI, projectPath: project, port: Number(port) });
  const seen = await (suite === "game" ? game(mp) : shop(mp));
  if (how === "launch") await mp.close();
  else mp.disconnect();
  console.log(JSON.stringify(seen));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
