/**
 * The list page written by hand with the DOM alone: what no framework can beat by much. It does the operations of
 * resources/bench/list/pages/list/list.js and nothing else. Runs as runner.js says.
 */
'use strict';

(function () {
  const ROW =
    '<div class="row"><div class="col id"><span></span></div><div class="col label"><span class="lbl"></span></div>' +
    '<div class="badge"></div><div class="ops"><span>x</span></div></div>';
  const template = document.createElement('template');
  template.innerHTML = ROW;
  const list = document.createElement('div');
  list.className = 'page';
  document.body.append(list);
  list.addEventListener('click', (event) => {
    const row = event.target.closest('.row');
    if (row !== null && event.target.closest('.ops') === null) row.classList.toggle('sel');
  });

  const module = {};
  window.loadRows(module);
  const { makeRows } = module.exports;
  let rows = [];
  let round = 0;

  function setPlace(element, row, index) {
    element.className = `row ${row.sel ? 'sel ' : ''}${index % 2 === 0 ? 'even' : 'odd'}`;
  }

  function make(row, index) {
    const element = template.content.firstChild.cloneNode(true);
    setPlace(element, row, index);
    element.dataset.id = row.id;
    const [id, label, badge] = element.children;
    id.firstChild.textContent = row.id;
    label.firstChild.textContent = row.label;
    badge.className = row.hot ? 'badge' : 'badge cold';
    badge.textContent = row.hot ? 'hot' : 'cold';
    return element;
  }

  function add(more) {
    const fragment = document.createDocumentFragment();
    more.forEach((row, i) => fragment.append(make(row, rows.length + i)));
    list.append(fragment);
    rows = rows.concat(more);
  }

  const operations = {
    create(count) { add(makeRows(0, count)); },
    append() { add(makeRows(rows.length, 100)); },
    update() {
      for (let i = 0; i < rows.length; i += 10) {
        rows[i].label = `upd${round} ${i}`;
        list.children[i].children[1].firstChild.firstChild.data = rows[i].label;
      }
      round += 1;
    },
    swap() {
      const last = rows.length - 2;
      const [first, second] = [list.children[1], list.children[last]];
      const after = second.nextSibling;
      list.insertBefore(second, first);
      list.insertBefore(first, after);
      [rows[1], rows[last]] = [rows[last], rows[1]];
      setPlace(second, rows[1], 1);
      setPlace(first, rows[last], last);
    },
    clear() {
      list.textContent = '';
      rows = [];
    },
  };
  window.peer = {
    run(operation, count) { operations[operation](count); },
    rowCount() { return list.children.length; },
  };
})();
