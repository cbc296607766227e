import type { Majority, Ruleset } from './ruleset.ts'

const KB = 1024
const MB = 1024 * KB
const TWO_THIRDS_OF_ALL: Majority = { of: 'allOfficial', fraction: [2, 3], strict: false }

export const CENTRAL_2026: Ruleset = {
  id: 'central-2026',
  validFrom: '2025-10-28',
  officialMembersForCommittee: {
    value: 9,
    source: 'Điều lệ Đảng, Điều 24; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    confidence: 'V',
  },
  meetingDay: { value: 3, source: 'Thông lệ địa phương: ngày 3 hằng tháng', confidence: 'S' },
  majorities: {
    ordinary: {
      value: { of: 'votingBase', fraction: [1, 2], strict: true },
      source: 'Quy định 208-QĐ/TW ngày 26/7/2026',
      confidence: 'L',
    },
    admission: { value: TWO_THIRDS_OF_ALL, source: 'Điều lệ Đảng, Điều 4.3', confidence: 'V' },
    recognition: { value: TWO_THIRDS_OF_ALL, source: 'Như kết nạp đảng viên', confidence: 'G' },
    exemption: {
      value: { of: 'votingBase', fraction: [1, 2], strict: true },
      source: 'Như nghị quyết thường',
      confidence: 'G',
    },
    strikingOff: { value: TWO_THIRDS_OF_ALL, source: 'Như kết nạp đảng viên', confidence: 'G' },
  },
  thinBelow: { value: [2, 3], source: 'Như đại hội', confidence: 'G' },
  devicesPerPerson: { value: 2, source: 'Sổ Chi bộ', confidence: 'own' },
  slipDays: { value: 7, source: 'Sổ Chi bộ', confidence: 'own' },
  enrolmentMinutes: { value: 10, source: 'Sổ Chi bộ', confidence: 'own' },
  noticeDays: { value: 30, source: 'Sổ Chi bộ', confidence: 'own' },
  helperHours: { value: 12, source: 'Sổ Chi bộ', confidence: 'own' },
  binDays: { value: 30, source: 'Sổ Chi bộ', confidence: 'own' },
  attachmentBytes: {
    value: { each: 1 * MB, scope: 256 * MB, deviceDay: 32 * MB },
    source: 'Sổ Chi bộ',
    confidence: 'own',
  },
  picture: { value: { side: 1024, bytes: 200 * KB }, source: 'Sổ Chi bộ', confidence: 'own' },
  pictureTaken: { value: { bytes: 40_000_000, megapixels: 50 }, source: 'Sổ Chi bộ', confidence: 'own' },
}
