Component({ properties: { deep: Boolean } })
