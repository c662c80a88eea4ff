import { Provider } from 'react-redux'
import store from './store'
import './app.less'

export default function App({ children }) {
  return <Provider store={store}>{children}</Provider>
}
