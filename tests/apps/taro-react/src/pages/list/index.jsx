import { View, Text, Input, Button } from '@tarojs/components'
import Taro, { useLoad } from '@tarojs/taro'
import { memo, useCallback, useState } from 'react'
import { useDispatch, useSelector } from 'react-redux'
import { add, bumpAll, remove, rename, reset, reverse, toggle } from '../../store'
import './index.less'

const Row = memo(function Row({ item, onToggle, onEdit, onRemove }) {
  const open = () => Taro.navigateTo({ url: `/pages/detail/index?id=${item.id}&name=${encodeURIComponent(`${item.title}&=?`)}` })
  return (
    <View className={item.done ? 'row done' : 'row'} id={`row${item.id}`}>
      <View className='box' onClick={() => onToggle(item.id)}>{item.done ? '✓' : ''}</View>
      <View className='main' onClick={open}>
        <Text className='title'>{item.title}</Text>
        {item.n > 0 && <Text className='badge'>{item.n}</Text>}
      </View>
      <Text className='edit' onClick={() => onEdit(item)}>edit</Text>
      <Text className='remove' onClick={() => onRemove(item.id)}>remove</Text>
    </View>
  )
})

export default function List() {
  const list = useSelector((state) => state.items.list)
  const dispatch = useDispatch()
  const [edited, setEdited] = useState(null)
  const [text, setText] = useState('')
  const [from, setFrom] = useState('')
  useLoad((query) => setFrom(query.from || ''))
  const onToggle = useCallback((id) => dispatch(toggle(id)), [])
  const onRemove = useCallback((id) => dispatch(remove(id)), [])
  const onEdit = useCallback((item) => {
    setEdited(item)
    setText(item.title)
  }, [])
  const save = () => {
    dispatch(rename({ id: edited.id, title: text }))
    setEdited(null)
  }
  return (
    <View className='list'>
      <View className='card'>
        <Text className='count'>{list.length} items, {list.filter((item) => item.done).length} done{from}</Text>
        <View className='buttons'>
          <View className='button add' onClick={() => dispatch(add())}>Add</View>
          <View className='button bump' onClick={() => dispatch(bumpAll())}>All + 1</View>
          <View className='button reverse' onClick={() => dispatch(reverse())}>Reverse</View>
          <View className='button many' onClick={() => dispatch(reset(1000))}>1000</View>
          <View className='button more' onClick={() => Taro.navigateTo({ url: '/sub/pages/more/index?from=list' })}>More</View>
          <View className='button fail' onClick={async () => { await Promise.resolve(); throw new Error('asked for') }}>Fail</View>
        </View>
      </View>
      {list.map((item) => <Row key={item.id} item={item} onToggle={onToggle} onEdit={onEdit} onRemove={onRemove} />)}
      {edited && (
        <View className='popup' catchMove>
          <Button className='save' type='primary' onClick={save}>Save</Button>
          <Input className='field' value={text} onInput={(event) => setText(event.detail.value)} />
        </View>
      )}
    </View>
  )
}
