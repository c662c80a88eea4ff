Page({ data: { title: "A further page" } })
