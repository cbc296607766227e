export const decided = {
  heading: 'Đề nghị của đồng chí đã được nhận',
  headingOther: 'Đề nghị của đồng chí đã có trả lời',
  count: '{n} đề nghị',
  accepted: 'Đã nhận vào văn bản',
  declined: 'Không nhận',
  seen: 'Tôi đã xem',
} as const
