export default definePageConfig({ navigationBarTitleText: 'More', navigationBarBackgroundColor: '#0a7d5a', navigationBarTextStyle: 'white' })
