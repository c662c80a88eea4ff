import { View, Text, Form, Input, Switch, Slider, CheckboxGroup, Checkbox, Label, Picker, Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import Panel from '../../components/panel'

const CITIES = ['Beijing', 'Shanghai', 'Guangzhou']

export default function FormPage() {
  const [values, setValues] = useState({ upper: '', on: true, fruits: ['a'], city: 0 })
  const [said, setSaid] = useState('')
  const set = (name, value) => setValues((former) => ({ ...former, [name]: value }))
  const ask = () => Taro.showModal({ title: 'Sure?' }).then((answer) => setSaid(`modal ${answer.confirm}`))
  return (
    <View>
      <Form onSubmit={(event) => setSaid(JSON.stringify(event.detail.value))} onReset={() => setSaid('reset')}>
        <Panel title='Fields' extra={<Text className='hint'>all of them</Text>}>
          <Input className='upper' name='upper' placeholder='upper case' value={values.upper}
            onInput={(event) => set('upper', event.detail.value.toUpperCase())} />
          <Text className='echo'>{values.upper || 'nothing'}</Text>
          <View><Switch className='switch' name='on' checked={values.on} onChange={(event) => set('on', event.detail.value)} /></View>
          <Slider name='volume' value={30} showValue />
          <CheckboxGroup name='fruits' onChange={(event) => set('fruits', event.detail.value)}>
            {['a', 'b', 'c'].map((fruit) => (
              <Label key={fruit} className={`fruit fruit-${fruit}`}>
                <Checkbox value={fruit} checked={values.fruits.includes(fruit)} />{fruit}
              </Label>
            ))}
          </CheckboxGroup>
          <Picker mode='selector' range={CITIES} value={values.city} onChange={(event) => set('city', Number(event.detail.value))}>
            <View className='city'>{CITIES[values.city]}</View>
          </Picker>
          <Text className='state'>{String(values.on)} {values.fruits.join()}</Text>
        </Panel>
        <View className='card'>
          <Button className='submit' formType='submit' size='mini' type='primary'>Submit</Button>
          <Button className='ask' size='mini' onClick={ask}>Ask</Button>
        </View>
      </Form>
      <View className='card said'>{said || '-'}</View>
    </View>
  )
}
