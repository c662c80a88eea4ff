Component({ externalClasses: ["my-class"] })
