// A component that renders again only when its props change.

import { Component, h } from "preact";

/** Wrap a component whose props are all compared by identity. */
export const memo = (Inner) =>
  class Memo extends Component {
    shouldComponentUpdate(next) {
      const names = Object.keys({ ...next, ...this.props });
      return names.some((name) => !Object.is(next[name], this.props[name]));
    }

    render() {
      return h(Inner, this.props);
    }
  };
