@sealed
class Store {}

function sealed(made) {
  return made;
}

App({ store: new Store() });
