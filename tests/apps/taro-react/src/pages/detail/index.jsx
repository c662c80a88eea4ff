import { View, Text } from '@tarojs/components'
import Taro, { getCurrentInstance } from '@tarojs/taro'
import { Component } from 'react'
import { connect } from 'react-redux'
import Panel from '../../components/panel'

class Detail extends Component {
  instance = getCurrentInstance()
  state = { n: 0 }

  componentDidMount() {
    Taro.setNavigationBarTitle({ title: `Detail ${this.instance.router.params.id}` })
  }

  render() {
    const { id, name } = this.instance.router.params
    return (
      <View>
        <Panel title={`Number ${id}`}><Text className='name'>{decodeURIComponent(name || '')}</Text></Panel>
        <View className='card buttons'>
          <View className='button hit' onClick={() => this.setState({ n: this.state.n + 1 })}>hits {this.state.n}</View>
          <View className='button next' onClick={() => Taro.navigateTo({ url: `/pages/detail/index?id=${Number(id) + 1}` })}>Next</View>
          <View className='button back' onClick={() => Taro.navigateBack()}>Back</View>
          <View className='button tab' onClick={() => Taro.switchTab({ url: '/pages/form/index' })}>Form</View>
        </View>
        <View className='card depth'>{this.props.total} items, {Taro.getCurrentPages().length} pages</View>
      </View>
    )
  }
}

export default connect((state) => ({ total: state.items.list.length }))(Detail)
