Page({
  onLoad(query) {
    const picked = picked || query.picked
    console.log(later)
    const later = () => later
    switch (picked) {
      case 'a':
        let shown = 1
        break
      default:
        shown = 2
    }
    if (picked) {
      const inner = inner ? 1 : 2
    }
    const fine = () => outer
    const outer = { fine, picked: later.picked }
    for (const item of []) {
      const fine = item
    }
  },
})
