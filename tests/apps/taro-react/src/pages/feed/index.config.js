export default definePageConfig({ navigationBarTitleText: 'Feed', enablePullDownRefresh: true, onReachBottomDistance: 80 })
