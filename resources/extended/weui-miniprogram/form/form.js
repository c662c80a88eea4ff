/** Fields with rules: `validate` looks at all of them, and cells show which are wrong. */
const { check } = require('./rules.js');

Component({
  options: { addGlobalClass: true },
  properties: { models: { type: Object, value: {} }, rules: { type: Array, value: [] }, extClass: String },
  relations: {
    '../cell/cell': {
      type: 'descendant',
      linked(cell) {
        this.add(cell);
      },
      unlinked(cell) {
        this.drop(cell);
      },
    },
    '../checkbox-group/checkbox-group': {
      type: 'descendant',
      linked(group) {
        this.add(group);
      },
      unlinked(group) {
        this.drop(group);
      },
    },
  },
  methods: {
    fields() {
      if (!this.list) this.list = [];
      return this.list;
    },
    add(field) {
      this.fields().push(field);
    },
    drop(field) {
      this.list = this.fields().filter((other) => other !== field);
    },
    /** @param {(isValid: boolean, errors: {message: string, name: string, rule: object}[]|undefined) => void} done */
    validate(done) {
      const names = this.data.rules.map((rule) => rule.name);
      return this.report(names, done);
    },
    validateField(name, value, done = () => {}) {
      return this.report([name], done, { [name]: value });
    },
    /** A validator of the program's own: it returns what is wrong, or nothing. */
    addMethod(name, validator) {
      this.own = { ...this.own, [name]: validator };
    },
    report(names, done, given = {}) {
      const values = { ...this.data.models, ...given };
      const found = this.data.rules.filter((rule) => names.includes(rule.name));
      const errors = found.map((field) => check(field, values, this.own || {})).filter(Boolean);
      for (const field of this.fields()) {
        const { prop } = field.data;
        if (prop && names.includes(prop)) field.setError(errors.find((error) => error.name === prop));
      }
      const isValid = errors.length === 0;
      done(isValid, isValid ? undefined : errors);
      return Promise.resolve(isValid);
    },
  },
});
