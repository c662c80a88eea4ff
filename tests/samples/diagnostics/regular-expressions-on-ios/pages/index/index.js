Page({})
"a".match(/(?<=b)a/)
new RegExp("(?<!c)a")
"a".match(/(?<name>a)/)
