import type { ItemPart } from '#shared/records/agenda.ts'

export const PANELS = ['course', 'roll', 'said', 'votes', 'tasks'] as const
export type Panel = (typeof PANELS)[number]

const PANEL_OF: Partial<Record<ItemPart, Panel>> = {
  attendance: 'roll',
  agenda: 'votes',
  discussion: 'said',
  thematic: 'said',
  selfCriticism: 'said',
  superior: 'said',
  resolution: 'votes',
  people: 'votes',
  tasks: 'tasks',
}

/** What the screen shows of itself when this item is taken up. */
export const panelOf = (part: ItemPart): Panel => PANEL_OF[part] ?? 'course'
