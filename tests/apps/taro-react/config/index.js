module.exports = () => ({
  projectName: 'handset-taro-react',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  outputRoot: process.env.OUT || 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: { enableSourceMap: process.env.NODE_ENV !== 'production' },
})
