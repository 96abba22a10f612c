/** What the list of sanctions shows: 待定, 申诉, 执行中. */
export const SANCTION_VIEWS = ['proposed', 'appeals', 'inForce'] as const

export type SanctionView = (typeof SANCTION_VIEWS)[number]
