/** The few lines of DOM building that this page needs. */

type Child = Node | string | null | false;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** An element. `on…` attributes are listeners; `true` sets an empty attribute, `false` none. */
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
  node.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return node;
}

/** A drawing out of trusted, constant markup. */
export function drawing(markup: string, size: number): SVGElement {
  const holder = document.createElement("template");
  holder.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">${markup}</svg>`;
  return holder.content.firstElementChild as SVGElement;
}

/**
 * Fills `region` with `build()` only when `facts` have changed since the last time, so that focus, running animations
 * and a screen reader's place survive a redraw that says nothing new.
 */
export function fill(region: HTMLElement, facts: unknown, build: () => Child[]): void {
  const signature = JSON.stringify(facts);
  if (region.dataset.facts === signature) return;
  region.dataset.facts = signature;
  region.replaceChildren(...build().filter((child): child is Node | string => child !== null && child !== false));
}
