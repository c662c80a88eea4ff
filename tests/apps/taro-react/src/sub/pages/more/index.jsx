import { View, Text, Canvas } from '@tarojs/components'
import Taro, { useReady, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import './index.less'

export default function More() {
  const { params } = useRouter()
  const [count, setCount] = useState(() => Taro.getStorageSync('count') || 0)
  const [size, setSize] = useState('')
  useReady(() => {
    Taro.nextTick(() => {
      const query = Taro.createSelectorQuery()
      query.select('#chart').fields({ node: true, size: true })
      query.select('.measured').boundingClientRect()
      query.exec(([chart, rect]) => {
        const { node, width, height } = chart
        node.width = width
        node.height = height
        const context = node.getContext('2d')
        context.fillStyle = '#0a7d5a'
        context.fillRect(0, 0, width / 2, height)
        setSize(`${Math.round(rect.width)}x${Math.round(rect.height)}`)
      })
    })
  })
  const save = () => {
    setCount(count + 1)
    Taro.setStorage({ key: 'count', data: count + 1 })
  }
  return (
    <View>
      <View className='card'><Canvas type='2d' id='chart' className='chart' /></View>
      <View className='card'><Text className='from'>from {params.from}</Text></View>
      <View className='card buttons'><View className='button keep' onClick={save}>kept {count}</View></View>
      <View className='card'><View className='measured'>{size}</View></View>
    </View>
  )
}
