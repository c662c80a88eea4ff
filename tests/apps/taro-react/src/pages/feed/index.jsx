import { View, Text } from '@tarojs/components'
import Taro, { useLoad, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'

export default function Feed() {
  const [rows, setRows] = useState([])
  const [said, setSaid] = useState('')
  const page = useRef(0)
  const load = async () => {
    try {
      const { data } = await Taro.request({ url: `${Taro.getStorageSync('server')}/feed`, data: { page: page.current } })
      page.current += 1
      setRows((former) => (page.current === 1 ? data.rows : former.concat(data.rows)))
    } catch (error) {
      setSaid(error.errMsg)
    }
  }
  useLoad(() => { load() })
  useReachBottom(() => { load() })
  usePullDownRefresh(async () => {
    page.current = 0
    await load()
    Taro.stopPullDownRefresh()
  })
  return (
    <View>
      {rows.map((row) => <View key={row.id} className='card post'><Text className='post-title'>{row.title}</Text></View>)}
      <View className='foot'>{said || `${rows.length} posts`}</View>
    </View>
  )
}
