import type { ItemPart } from '#shared/records/agenda.ts'
import type { MeetingType } from '#shared/records/meeting.ts'
import type { PeopleMatter } from '#shared/records/vote.ts'
import type { RuleValue } from './ruleset.ts'

/** A step of a meeting as it stands in an agenda; minutes planned. */
export type AgendaStep = { part: ItemPart; title: string; minutes: number }

const step = (part: ItemPart, title: string, minutes: number): AgendaStep => ({ part, title, minutes })

const OPENING = [
  step('opening', 'Tuyên bố lý do, giới thiệu đại biểu', 3),
  step('minuteTaker', 'Cử thư ký', 1),
  step('attendance', 'Điểm danh', 3),
  step('fees', 'Tình hình đóng đảng phí', 2),
  step('agenda', 'Thông qua chương trình', 1),
]
const ENDING = [
  step('score', 'Tự chấm điểm buổi sinh hoạt', 5),
  step('minutes', 'Thông qua biên bản', 4),
  step('closing', 'Kết luận, bế mạc', 2),
]

/** [M40] What an agenda begins from, by the kind of meeting; each cell changes it as it likes. */
export const AGENDAS: Readonly<Record<MeetingType, RuleValue<readonly AgendaStep[]>>> = {
  regular: {
    value: [
      ...OPENING,
      step('report', 'Báo cáo kết quả tháng qua, nhiệm vụ tháng tới', 12),
      step('documents', 'Văn bản mới, thông tin thời sự', 8),
      step('orientation', 'Định hướng của đảng ủy xã', 5),
      step('superior', 'Ý kiến của đảng ủy viên phụ trách', 5),
      step('response', 'Chi bộ tiếp thu, trả lời', 2),
      step('discussion', 'Thảo luận; tự phê bình và phê bình', 27),
      step('tasks', 'Kết luận, phân công nhiệm vụ và thời hạn', 5),
      step('resolution', 'Biểu quyết nghị quyết hoặc kết luận', 5),
      ...ENDING,
    ],
    source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025; chương trình của một đảng ủy xã (Tuy Lộc, 2022)',
    confidence: 'L',
  },
  thematic: {
    value: [
      ...OPENING,
      step('orientation', 'Nêu mục đích, yêu cầu của chuyên đề', 5),
      step('thematic', 'Trình bày dự thảo chuyên đề', 15),
      step('discussion', 'Thảo luận, liên hệ bản thân và chi bộ', 40),
      step('tasks', 'Kết luận, phân công thực hiện', 6),
      step('resolution', 'Biểu quyết kết luận chuyên đề', 5),
      ...ENDING.filter(({ part }) => part !== 'score'),
    ],
    source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    confidence: 'V',
  },
  extraordinary: {
    value: [
      ...OPENING.filter(({ part }) => part !== 'fees'),
      step('report', 'Báo cáo việc cần bàn', 10),
      step('discussion', 'Thảo luận', 30),
      step('resolution', 'Biểu quyết', 5),
      step('minutes', 'Thông qua biên bản', 4),
      step('closing', 'Kết luận, bế mạc', 2),
    ],
    source: 'Điều lệ Đảng, Điều 22; cách làm thường gặp',
    confidence: 'S',
  },
  committee: {
    value: [
      step('opening', 'Nêu nội dung cuộc họp', 2),
      step('report', 'Đánh giá tháng qua, việc từng đảng viên', 15),
      step('discussion', 'Nội dung, trọng tâm thảo luận của buổi sinh hoạt', 20),
      step('resolution', 'Dự thảo nghị quyết, việc cần biểu quyết', 10),
      step('tasks', 'Phân công chuẩn bị', 5),
      step('minutes', 'Thông qua biên bản', 3),
    ],
    source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
    confidence: 'V',
  },
}

/** [O6] What an item about one person is called, around his name, and how long it usually takes. */
export const PEOPLE_ITEMS: RuleValue<
  Readonly<Record<PeopleMatter, { before: string; behind: string; minutes: number }>>
> = {
  value: {
    admission: { before: 'Xét kết nạp quần chúng ', behind: ' vào Đảng', minutes: 15 },
    recognition: { before: 'Xét công nhận đảng viên chính thức: đồng chí ', behind: '', minutes: 15 },
    exemption: { before: 'Xét miễn công tác và sinh hoạt đảng: đồng chí ', behind: '', minutes: 10 },
    commendation: { before: 'Biểu dương, khen thưởng: đồng chí ', behind: '', minutes: 5 },
    strikingOff: { before: 'Xét xóa tên đảng viên: đồng chí ', behind: '', minutes: 15 },
  },
  source: 'Chương trình của một đảng ủy xã (Tuy Lộc, 2022), mục việc về đảng viên; số phút là thông lệ',
  confidence: 'L',
}
