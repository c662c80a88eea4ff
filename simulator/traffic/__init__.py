"""What goes over the network, or to the phone's view as a file: kept in bounds, for whoever wants to see it."""
