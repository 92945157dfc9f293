/** Sizes that only a script knows, as rules of a style sheet of its own: elements carry no styles. */

export class Geometry {
  private readonly sheet = new CSSStyleSheet();
  private readonly rules = new Map<string, CSSStyleRule>();

  constructor() {
    document.adoptedStyleSheets.push(this.sheet);
  }

  set(selector: string, property: string, value: string): void {
    let rule = this.rules.get(selector);
    if (!rule) {
      rule = this.sheet.cssRules[this.sheet.insertRule(`${selector} {}`, this.sheet.cssRules.length)] as CSSStyleRule;
      this.rules.set(selector, rule);
    }
    if (rule.style.getPropertyValue(property) !== value) rule.style.setProperty(property, value);
  }
}
