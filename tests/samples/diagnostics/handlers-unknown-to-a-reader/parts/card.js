const names = { }
names['tw' + 'o'] = function () {}
Component({ methods: names })
