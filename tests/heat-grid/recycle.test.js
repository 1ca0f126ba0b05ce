import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indices } from '../../src/OperatingModel.Web/wwwroot/heat-grid/detail.js';
import { Lane } from '../../src/OperatingModel.Web/wwwroot/heat-grid/recycle.js';
import { forAll } from './random.js';

/** As much of a parent element as the lane needs; counts what is moved. */
class Parent {
  children = ['head'];
  moves = 0;

  insertBefore(element, next) {
    element.remove();
    this.children.splice(next === null ? this.children.length : this.children.indexOf(next), 0, element);
    element.parentNode = this;
    this.moves++;
  }
}

function lane() {
  const parent = new Parent();
  let made = 0;
  const shown = new Lane(parent, () => {
    made++;
    const element = {
      parentNode: null,
      remove() {
        if (this.parentNode) {
          parent.children.splice(parent.children.indexOf(this), 1);
          this.parentNode = null;
        }
      },
      get nextSibling() { return parent.children[parent.children.indexOf(this) + 1] ?? null; },
    };
    return { element, index: -1 };
  });
  return { parent, shown, made: () => made, show: list => shown.show(list, (item, index) => { item.index = index; }) };
}

const range = (first, end) => Array.from({ length: end - first }, (_, i) => first + i);

test('Elements stand in the order of their indices, behind what else is in the parent', () => {
  forAll(whole => {
    const { parent, shown, show } = lane();
    for (let step = 0; step < 12; step++) {
      const first = whole(0, 100), list = indices({ first, end: first + whole(0, 20) }, whole(-1, 120));
      show(list);
      const items = new Map(shown.entries());
      assert.deepEqual([...items.keys()], list);
      assert.deepEqual(list.map(index => items.get(index).index), list);
      assert.deepEqual(parent.children, ['head', ...list.map(index => items.get(index).element)]);
    }
  });
});

test('Scrolling by three moves three elements and makes none', () => {
  const { parent, show, made } = lane();
  show(range(0, 40));
  parent.moves = 0;
  show(range(3, 43));
  assert.equal(parent.moves, 3);
  show(range(0, 40));
  assert.equal(parent.moves, 6);
  assert.equal(made(), 40);
});

test('The focused index stays although the window has left it', () => {
  assert.deepEqual(indices({ first: 5, end: 8 }, 1), [1, 5, 6, 7]);
  assert.deepEqual(indices({ first: 5, end: 8 }, 20), [5, 6, 7, 20]);
  assert.deepEqual(indices({ first: 5, end: 8 }, 6), [5, 6, 7]);
  assert.deepEqual(indices({ first: 5, end: 8 }, -1), [5, 6, 7]);
});
