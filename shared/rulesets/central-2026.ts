import { MEETING_DAYS } from './meeting-day.ts'
import type { Ruleset } from './ruleset.ts'

const KB = 1024
const MB = 1024 * KB
const OPEN = ['hands', 'cards', 'secretBallot'] as const
/** Secret ballot or the raised card, as the meeting decides (Điều lệ Đảng; V for admission, else G). */
const BY_CARD_OR_BALLOT = ['cards', 'secretBallot'] as const

export const CENTRAL_2026: Ruleset = {
  id: 'central-2026',
  validFrom: '2025-10-28',
  officialMembersForCommittee: {
    value: 9,
    source: 'Điều lệ Đảng, Điều 24; Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    confidence: 'V',
  },
  meetingDay: MEETING_DAYS[0].meetingDay,
  meetingMinutes: {
    value: { least: 90, both: 120 },
    source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    confidence: 'V',
  },
  majorities: {
    value: {
      ordinary: {
        of: 'votingBase',
        share: [1, 2],
        strict: true,
        forms: OPEN,
        source: '208-QĐ/TW ngày 26/7/2026',
        confidence: 'L',
      },
      admission: {
        of: 'allOfficial',
        share: [2, 3],
        strict: false,
        forms: BY_CARD_OR_BALLOT,
        source: 'Điều lệ Đảng, Điều 4',
        confidence: 'V',
      },
      recognition: {
        of: 'allOfficial',
        share: [2, 3],
        strict: false,
        forms: BY_CARD_OR_BALLOT,
        source: 'Điều lệ Đảng, Điều 5',
        confidence: 'G',
      },
      strikingOff: {
        of: 'allOfficial',
        share: [2, 3],
        strict: false,
        forms: BY_CARD_OR_BALLOT,
        source: 'Điều lệ Đảng, Điều 8',
        confidence: 'G',
      },
      commendation: {
        of: 'votingBase',
        share: [1, 2],
        strict: true,
        forms: OPEN,
        source: '208-QĐ/TW ngày 26/7/2026',
        confidence: 'G',
      },
      exemption: {
        of: 'votingBase',
        share: [1, 2],
        strict: true,
        forms: OPEN,
        source: 'Điều lệ Đảng, Điều 7',
        confidence: 'G',
      },
    },
    source: 'Điều lệ Đảng; 208-QĐ/TW ngày 26/7/2026',
    confidence: 'L',
  },
  probation: {
    value: { months: 12, remindBefore: 2 },
    source: 'Điều lệ Đảng, Điều 5: dự bị mười hai tháng, tính từ ngày làm lễ kết nạp',
    confidence: 'G',
  },
  helpersOfCandidate: {
    value: 2,
    source: 'Điều lệ Đảng, Điều 4: hai đảng viên chính thức giới thiệu; chi bộ phân công giúp đỡ',
    confidence: 'G',
  },
  thinPresence: {
    value: { share: [2, 3] },
    source: 'Không có quy định về số người dự tối thiểu; hai phần ba là thông lệ ở đại hội',
    confidence: 'G',
  },
  terms: {
    value: ['2022-2025', '2025-2027', '2027-2030', '2030-2032'],
    source: 'Điều lệ Đảng, Điều 24: đại hội chi bộ năm năm hai lần',
    confidence: 'L',
  },
  papersPostedDays: { value: 1, source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025', confidence: 'V' },
  signedPostedDays: {
    value: 2,
    source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025, theo hai đảng ủy dẫn lại',
    confidence: 'L',
  },
  reportDays: {
    value: 2,
    source: 'Nghị quyết của một chi bộ (Cẩm Lệ): bí thư ký, đăng và báo cáo trong 2 ngày',
    confidence: 'L',
  },
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
  paperBytes: { value: 5 * MB, source: 'Sổ Chi bộ', confidence: 'own' },
  wordsBytes: { value: 8_000, source: 'Sổ Chi bộ', confidence: 'own' },
  picture: { value: { side: 1024, bytes: 200 * KB }, source: 'Sổ Chi bộ', confidence: 'own' },
  pictureTaken: { value: { bytes: 40_000_000, megapixels: 50 }, source: 'Sổ Chi bộ', confidence: 'own' },
}
