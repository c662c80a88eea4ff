Component({ properties: { title: String }, externalClasses: ['my-class'] })
