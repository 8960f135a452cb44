import type { Matter } from '../common/contract/config.ts';
import type { LocalText } from '../common/contract/text.ts';
import type { BoardView, MatterSummary } from '../common/contract/views.ts';
import { type Answer, pathOf, request } from './request.ts';

/** What these pages read of a hall: its board, its catalogue, its slips. */

export interface DepartmentSummary {
  id: string;
  name: LocalText;
  zone: string;
  matters: number;
}
export interface Slip {
  id: string;
  /** When it was printed, ISO 8601. */
  at: string;
  svg: string;
  text: string;
}
export interface MatterFilter {
  query?: string;
  department?: string;
  zone?: string;
  limit?: number;
}

export function getBoard(hall: string): Promise<Answer<BoardView>> {
  return request(`${pathOf(hall)}/board`);
}

export function getDepartments(hall: string): Promise<Answer<{ departments: DepartmentSummary[] }>> {
  return request(`${pathOf(hall)}/departments`);
}

export function getMatters(
  hall: string,
  filter: MatterFilter,
): Promise<Answer<{ matters: MatterSummary[] }>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return request(`${pathOf(hall)}/matters?${query.toString()}`);
}

export function getMatter(hall: string, matter: string): Promise<Answer<{ matter: Matter }>> {
  return request(`${pathOf(hall)}/matters/${encodeURIComponent(matter)}`);
}

export function getSlips(): Promise<Answer<{ slips: Slip[] }>> {
  return request('/api/v1/tray');
}
