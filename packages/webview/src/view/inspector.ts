/** The details beside the tree: the story of what is selected is asked for, and shown until another one is known. */

import { render } from 'lit';
import type { Host } from '../host.ts';
import type { Story } from '../protocol.ts';
import { type DetailsContext, detailsTemplate, unknownTemplate } from './details.ts';

/** Milliseconds that a selection rests before its story is asked for; arrows run through many. */
const STORY_PAUSE = 60;

export class Inspector {
  private readonly element: HTMLElement;
  private readonly host: Host;
  private story: { id: string; story: Story } | undefined;
  /** Of which nothing can be told. */
  private unknown = '';
  private asking: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, host: Host) {
    this.element = element;
    this.host = host;
  }

  /** `isWanted` is asked when the selection has come to rest. */
  ask(id: string, isWanted: () => boolean): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      if (isWanted()) this.host.send({ type: 'story', id });
    }, STORY_PAUSE);
  }

  receive(id: string, story: Story | null): void {
    this.unknown = story ? '' : id;
    this.story = story ? { id, story } : undefined;
  }

  /** While another story is on its way, the old one stays, and its buttons are for what it tells of: nothing flickers. */
  draw(selected: string, context: Omit<DetailsContext, 'act'>): void {
    const { id, story } = this.story ?? { id: selected, story: undefined };
    this.element.ariaBusy = String(this.unknown !== selected && (!story || id !== selected));
    const template =
      this.unknown === selected
        ? unknownTemplate()
        : detailsTemplate(story, {
            ...context,
            act: (act, of = id) => this.host.send({ type: 'act', id: of, act }),
          });
    render(template, this.element);
  }
}
