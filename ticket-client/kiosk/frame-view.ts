import { html, type TemplateResult } from 'lit';
import { inLocale } from '../../common/in-locale.ts';
import '../../common/ui/clock.ts';
import './kiosk-bar.ts';
import { idleView, type Scene, stepView } from './step-view.ts';
import { mayGoBack } from './trail.ts';
import { KIOSK_WORDS } from './words.ts';

/** Head, content and bar of every screen. */
export function frameView(scene: Scene, now: () => number, isLarge: boolean): TemplateResult {
  const { view, locale, trail } = scene;
  return html`<div class="frame">
    <header>
      <span class="hall">${inLocale(view.hall.name, locale)}</span>
      <ow-clock .now=${now} time-zone=${view.hall.timeZone} .locale=${locale}></ow-clock>
    </header>
    <main>${stepView(scene)}${idleView(scene)}</main>
    <kiosk-bar
      .words=${KIOSK_WORDS[locale]}
      .mayGoBack=${mayGoBack(trail)}
      .mayGoHome=${trail.length > 1}
      .isFirst=${trail.length === 1}
      .isLarge=${isLarge}
    ></kiosk-bar>
  </div>`;
}
