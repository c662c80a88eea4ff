export default defineAppConfig({
  pages: ['pages/list/index', 'pages/form/index', 'pages/feed/index', 'pages/detail/index'],
  subPackages: [{ root: 'sub', pages: ['pages/more/index'] }],
  window: { navigationBarTitleText: 'Lab', navigationBarBackgroundColor: '#fff', navigationBarTextStyle: 'black' },
  tabBar: {
    list: [
      { pagePath: 'pages/list/index', text: 'List' },
      { pagePath: 'pages/form/index', text: 'Form' },
      { pagePath: 'pages/feed/index', text: 'Feed' },
    ],
  },
})
