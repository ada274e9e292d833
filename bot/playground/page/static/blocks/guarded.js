/** Keeps one block that cannot be drawn from taking the rest of the page with it. */

import { Component } from "preact";
import { html } from "htm/preact";
import { Unknown } from "./unknown.js";

export class Guarded extends Component {
  state = { failed: null };

  componentDidCatch() {
    this.setState({ failed: this.props.block });
  }

  render({ block, children }) {
    return this.state.failed === block ? html`<${Unknown} type=${block?.type} />` : children;
  }
}
