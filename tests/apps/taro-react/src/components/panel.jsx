import { View, Text } from '@tarojs/components'
import { useState } from 'react'

export default function Panel({ title, extra, children }) {
  const [open, setOpen] = useState(true)
  return (
    <View className='card panel'>
      <View className='panel-head' onClick={() => setOpen(!open)}>
        <Text className='panel-title'>{title}</Text>
        <View className='panel-extra'>{extra}</View>
      </View>
      {open && <View className='panel-body'>{children}</View>}
    </View>
  )
}
