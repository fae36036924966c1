/** DOM building for the stage. The press page has its own: it shares no file with any other screen. */

type Child = Node | string | false;
type Attributes = Record<string, string | boolean | (() => void)>;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== false));
  return node;
}

/** Rebuilds `region` only when `facts` have changed, so that a redraw does not take the focus away. */
export function fill(region: HTMLElement, facts: unknown, build: () => Node[]): void {
  const signature = JSON.stringify(facts);
  if (region.dataset.facts === signature) return;
  region.dataset.facts = signature;
  region.replaceChildren(...build());
}
