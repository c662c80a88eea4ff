"""Components for tests in Node.js that were written for `miniprogram-simulate`: compiles them on demand."""
