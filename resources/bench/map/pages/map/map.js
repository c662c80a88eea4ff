Page({
  data: {
    markers: Array.from({ length: 100 }, (_, id) => ({ id, latitude: 22 + (id % 10) / 5, longitude: 112 + id / 40 })),
  },
});
