// A menu that opens from a button; the browser opens and closes it, and puts it near the button.

import { html } from "htm/preact";
import { useId, useRef, useState } from "preact/hooks";
import { Icon } from "./kit.js";

/** Its items: `{label, hint, onPick, checked, danger}`, or `{label, heading: true}`; what is false is left out. */
export function MenuButton({ label, icon, kind = "icon-button", items, children, ...rest }) {
  const id = useId();
  const menu = useRef(null);
  const [isOpen, setOpen] = useState(false);
  if (!items.some(Boolean)) return null;
  const entries = () => [...menu.current.querySelectorAll("button")];
  const opened = ({ newState }) => {
    if (newState === "open") (menu.current.querySelector("[aria-checked=true]") ?? entries()[0])?.focus();
  };
  const close = () => menu.current.hidePopover();
  const press = (event) => {
    const all = entries();
    const at = all.indexOf(document.activeElement);
    const target = { ArrowDown: all[(at + 1) % all.length], ArrowUp: all.at(at - 1), Home: all[0], End: all.at(-1) }[event.key];
    if (event.key === "Tab" || event.key === "Escape") close();
    else if (!target) return;
    event.preventDefault();
    event.stopPropagation(); // what lies below has keys of its own
    target?.focus();
  };
  const entry = ({ heading, checked, danger, label: words, hint, onPick }) => {
    if (heading) return html`<div class="faint" role="presentation">${words}</div>`;
    const pick = () => {
      close();
      onPick();
    };
    return html`<button type="button" role=${checked === undefined ? "menuitem" : "menuitemradio"} aria-checked=${checked?.toString()}
      class="option wide ${danger ? "danger" : ""}" tabindex="-1" onClick=${pick}>
      ${words}${hint && html`<span class="faint">${hint}</span>`}
    </button>`;
  };
  return html`<button type="button" class=${kind} aria-label=${label} title=${label} aria-haspopup="menu" popovertarget=${id} ...${rest}>
      ${icon ? html`<${Icon} name=${icon} />` : children}
    </button>
    <div ref=${menu} id=${id} class="popup menu raised floats" popover="auto" role="menu" aria-label=${label} onToggle=${opened}
      onBeforeToggle=${({ newState }) => setOpen(newState === "open")} onKeyDown=${press}>${isOpen && items.filter(Boolean).map(entry)}</div>`;
}
