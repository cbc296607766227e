/** Words of a village cell's resolution; what is typed is drawn from them. */
const VOCABULARY =
  `chi bộ họp nghị quyết tháng mười hai đánh giá kết quả nhiệm vụ lãnh đạo nhân dân thu hoạch lúa vụ mùa đúng thời
  vận động các hộ gia đình đóng góp làm đường bê tông nội thôn giữ gìn an ninh trật tự phòng chống cháy rừng tuần tra
  ban đêm đảng viên gương mẫu đi đầu phân công đồng chí phụ trách tổ tự quản kiểm tra giám sát việc chấp hành điều lệ
  bồi dưỡng quần chúng ưu tú kết nạp mới sinh hoạt định kỳ ngày mùng ba hàng tháng tại nhà văn hóa khu dân cư tuyên
  truyền chủ trương chính sách pháp luật nhà nước xây dựng nông thôn hiện đại nâng cao đời sống vật chất tinh thần
  sửa chữa mương máng thủy lợi phòng dịch bệnh gia súc gia cầm khuyến học khuyến tài giúp đỡ người nghèo neo đơn`
    .trim()
    .split(/\s+/u)

export type Random = () => number

/** Small seeded generator (mulberry32): a failing run is repeated by its seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

export const words = (random: Random, count: number): string[] =>
  Array.from({ length: count }, () => pick(random, VOCABULARY))

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u

/**
 * What stands on screen while one word is typed in Telex: base letters as they come, a hat or horn right after its
 * vowel, the tone at the end of the word; each mark is a delete and an insert.
 */
export function stagesOf(word: string): string[] {
  const stages: string[] = []
  let typed = ''
  const show = (now: string): void => {
    if (now !== typed) stages.push(now)
    typed = now
  }
  for (const letter of word) {
    const bare = letter.normalize('NFD').replace(TONES, '').normalize('NFC')
    const base = bare === 'đ' ? 'd' : bare.normalize('NFD').replace(/\p{M}/gu, '')
    show(typed + base)
    if (bare !== base) show(typed.slice(0, -1) + bare)
  }
  show(word)
  return stages
}

/** One act at the keyboard. */
export type Act = { press: 'Backspace' | 'Enter' } | { insert: string }

/** Keys that turn one text before the caret into another. */
export function actsBetween(before: string, after: string): Act[] {
  let same = 0
  while (same < before.length && same < after.length && before[same] === after[same]) same++
  const deletes = Array.from({ length: before.length - same }, (): Act => ({ press: 'Backspace' }))
  return after.length > same ? [...deletes, { insert: after.slice(same) }] : deletes
}

/** All keys for a text of many words, with a slip in some: noticed within the word, or only after the space. */
export function actsFor(random: Random, text: readonly string[], slips: number): Act[] {
  const acts: Act[] = []
  for (const [i, word] of text.entries()) {
    const slip = random() < slips ? (random() < 0.5 ? 'within' : 'after') : null
    let typed = ''
    if (slip === 'within') acts.push({ insert: 'x' }, { press: 'Backspace' })
    const first = slip === 'after' ? `${word.slice(0, -1)}x` : word
    for (const stage of stagesOf(first)) {
      acts.push(...actsBetween(typed, stage))
      typed = stage
    }
    if (slip === 'after') acts.push({ insert: ' ' }, { press: 'Backspace' }, ...actsBetween(typed, word))
    const endsParagraph = i % 60 === 59 && i < text.length - 1
    acts.push(endsParagraph ? { press: 'Enter' } : { insert: ' ' })
  }
  return acts
}
