import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MatterSummary, QueueView } from '../../common/contract/views.ts';
import { inLocale } from '../../common/in-locale.ts';
import { baseStyles, buttonStyles } from '../../common/ui/base-styles.ts';
import type { DepartmentSummary } from '../api.ts';
import type { Loadable } from '../loadable.ts';
import { SEARCH } from './icons.ts';
import { loadableOr } from './kiosk-loadable.ts';
import './kiosk-matter-list.ts';
import { KioskScroll } from './kiosk-scroll.ts';
import { wish } from './wish.ts';
import type { KioskWords } from './words.ts';

/** The matters of a zone or a department, and the way for those who do not find theirs. */
export class KioskMatters extends LitElement {
  static override properties = {
    words: { attribute: false },
    place: { attribute: false },
    departments: { attribute: false },
    department: { attribute: false },
    matters: { attribute: false },
    queues: { attribute: false },
  };
  declare words: KioskWords;
  /** The zone's or department's name. */
  declare place: string;
  /** To filter by; none where the list is one department's. */
  declare departments: readonly DepartmentSummary[];
  declare department: string | null;
  declare matters: Loadable<MatterSummary[]>;
  declare queues: readonly QueueView[];

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: var(--ow-space-4);
        min-height: 0;
      }
      .top {
        display: flex;
        align-items: center;
        gap: var(--ow-space-4);
      }
      h1 {
        flex: 1;
        font-size: var(--ow-text-title);
        font-weight: var(--ow-weight-strong);
        line-height: var(--ow-line-tight);
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ow-space-2);
      }
      .chips button {
        min-height: var(--ow-target);
        padding: 0 var(--ow-space-4);
        border: 2px solid var(--ow-line-strong);
        border-radius: var(--ow-radius-round);
        background: none;
        line-height: 1.2;
      }
      .chips button[aria-pressed='true'] {
        border-color: var(--ow-primary);
        background: var(--ow-primary-wash);
        color: var(--ow-primary);
        font-weight: var(--ow-weight-strong);
      }
      /* A low screen gives its height to the list; the departments are one row that can be dragged. */
      @media (orientation: landscape) {
        .chips {
          flex-wrap: nowrap;
          overflow-x: auto;
          scrollbar-width: none;
        }
        .chips::-webkit-scrollbar {
          display: none;
        }
        .chips button {
          flex: none;
          white-space: nowrap;
        }
      }
    `,
  ];

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('department') && !changed.has('place')) return;
    const list = this.renderRoot.querySelector('kiosk-scroll');
    if (list instanceof KioskScroll) list.toTop();
  }

  override render() {
    const { words } = this;
    return html`<div class="top">
        <h1>${words.mattersOf(this.place)}</h1>
        <button class="button" type="button" @click=${() => wish(this, { do: 'search' })}>
          ${SEARCH} ${words.searchMatters}
        </button>
      </div>
      ${this.departments.length > 1 ? this.#chips() : nothing}
      ${loadableOr(this.matters, words, (matters) => this.#list(matters))}`;
  }

  #chips() {
    return html`<div class="chips" role="group" aria-label=${this.words.departments}>
      ${this.#chip(null, this.words.allDepartments)}
      ${this.departments.map(({ id, name }) => this.#chip(id, inLocale(name, this.words.locale)))}
    </div>`;
  }

  #chip(department: string | null, label: string) {
    const choose = () => wish(this, { do: 'filter', department });
    return html`<button type="button" aria-pressed=${this.department === department} @click=${choose}>
      ${label}
    </button>`;
  }

  #list(matters: MatterSummary[]) {
    return html`<kiosk-scroll .words=${this.words} label=${this.words.mattersOf(this.place)}>
      <kiosk-matter-list .words=${this.words} .matters=${matters} .queues=${this.queues}></kiosk-matter-list>
    </kiosk-scroll>`;
  }
}

customElements.define('kiosk-matters', KioskMatters);
