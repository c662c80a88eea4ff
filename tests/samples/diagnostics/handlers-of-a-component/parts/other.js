export default Behavior({})
