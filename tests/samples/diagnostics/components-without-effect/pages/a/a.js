Page({ onScroll() {} })
