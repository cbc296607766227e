/** Points as people here write them: `92,5`. */
export const pointsText = (points: number): string => String(points).replace('.', ',')
