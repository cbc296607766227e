/** Every word the editor says; `{name}` is a place for a name. */
export const words = {
  text: 'Nội dung nghị quyết',
  tools: 'Công cụ soạn thảo',
  kind: 'Kiểu đoạn',
  'kind.plain': 'Đoạn văn',
  'kind.heading': 'Đề mục',
  'kind.bullet': 'Gạch đầu dòng',
  'kind.number': 'Đánh số',
  'kind.mixed': 'Nhiều kiểu',
  deeper: 'Thụt vào',
  shallower: 'Lùi ra',
  bold: 'Đậm',
  italic: 'Nghiêng',
  table: 'Bảng',
  tableTools: 'Công cụ bảng',
  addRow: 'Thêm dòng',
  addColumn: 'Thêm cột',
  removeRow: 'Bỏ dòng',
  removeColumn: 'Bỏ cột',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  'derived.taskResults': 'Bảng kết quả nhiệm vụ tháng trước – tự lập từ sổ',
  'derived.attendance': 'Danh sách dự sinh hoạt – tự lập từ sổ',
  awayBy: 'đ/c {name} sửa khi đồng chí không có mạng',
  somebody: 'một đồng chí khác',
  joined:
    'Đồng chí vừa gộp hoặc xóa đoạn. Nếu người khác đang viết ở đoạn đó mà máy chưa gửi, lời của họ được giữ riêng cho họ.',
  'cannotSave.full':
    'Máy đã hết chỗ, chưa lưu được chữ đang viết. Xin đừng đóng trang này; hãy xóa bớt ảnh, video trên máy.',
  'cannotSave.blocked':
    'Trình duyệt không cho lưu trên máy này. Xin đừng đóng trang; hãy chép chữ đang viết sang nơi khác.',
  'readonly.notAllowed': 'Đồng chí xem được văn bản này, người trong nhóm soạn mới sửa được.',
  'readonly.documentClosed': 'Văn bản đã khép lại, không sửa được nữa.',
  'readonly.newerSchema':
    'Văn bản này được viết bằng bản mới hơn của sổ. Cập nhật rồi sẽ sửa được; nội dung vẫn nguyên vẹn.',
  'readonly.openElsewhere':
    'Văn bản đang mở để sửa ở một cửa sổ khác trên máy này. Đóng cửa sổ kia rồi mở lại ở đây.',
  'readonly.refused': 'Máy chủ chưa nhận phần vừa viết. Phần đó còn nguyên trong mục “Phần chưa được nhận”.',
  opening: 'Đang mở…',
  empty: 'Văn bản chưa có chữ nào.',
} as const

export type Word = keyof typeof words

export function say(word: Word, places: Readonly<Record<string, string>> = {}): string {
  return words[word].replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole)
}
