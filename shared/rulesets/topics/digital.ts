import type { Topic } from './topic.ts'

const SCIENCE = 'Nghị quyết 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị'

/** Digital change as far as it reaches a village. */
export const DIGITAL_TOPICS: readonly Topic[] = [
  {
    id: 'digital-village',
    group: 'digital',
    title: 'Chuyển đổi số ở thôn: bắt đầu từ việc bà con cần',
    why: 'Chuyển đổi số không phải mua máy, mà là bớt đi lại, bớt giấy. Chi bộ chọn một hai việc thiết thực rồi cùng học.',
    questions: [
      'Việc nào bà con mất công đi lại nhất mà làm trên điện thoại được?',
      'Đảng viên nào chưa dùng điện thoại thông minh, ai kèm?',
      'Tổ công nghệ số cộng đồng của thôn hoạt động ra sao?',
      'Ba tháng tới chi bộ làm xong việc gì?',
    ],
    sources: [SCIENCE, 'Phong trào “Bình dân học vụ số” (từ năm 2025)'],
    confidence: 'G',
  },
  {
    id: 'digital-vneid',
    group: 'digital',
    title: 'Căn cước và VNeID: giúp người già, người ở xa',
    why: 'Nhiều việc nay hỏi VNeID: khám bệnh, lương hưu, trợ cấp. Người già và người yếu dễ bị bỏ lại.',
    questions: [
      'Còn bao nhiêu người trong thôn chưa kích hoạt, ai giúp từng người?',
      'Người không có điện thoại thì làm cách nào cho hợp pháp và an toàn?',
      'Đã dặn bà con không đưa mã, không cho ai cầm máy chưa?',
      'Vướng gì cần đề nghị công an xã về tận thôn?',
    ],
    sources: ['Luật Căn cước năm 2023', 'Đề án 06 (Quyết định 06/QĐ-TTg ngày 06/01/2022)'],
    confidence: 'G',
  },
  {
    id: 'digital-online-fraud',
    group: 'digital',
    title: 'Lừa đảo qua điện thoại, qua mạng: cả thôn cùng phòng',
    why: 'Kẻ gian giả công an, giả ngân hàng, giả con cháu; người già mất tiền dành dụm mà không dám nói. Nói ra là cứu được người sau.',
    questions: [
      'Ai trong thôn đã bị gọi, bị nhắn, họ nói thế nào?',
      'Ba điều cả nhà cần nhớ khi có người lạ gọi là gì?',
      'Lỡ chuyển tiền rồi thì gọi ai ngay trong giờ đầu?',
      'Nhắc bà con bằng cách nào: loa, nhóm Zalo, đến tận nhà?',
    ],
    months: [11, 12, 1],
    sources: ['Luật An ninh mạng', 'Thông báo thường xuyên của công an các cấp'],
    confidence: 'G',
  },
  {
    id: 'digital-public-services',
    group: 'digital',
    title: 'Nộp hồ sơ trực tuyến: đảng viên làm được, rồi chỉ cho dân',
    why: 'Trụ sở xã xa hơn trước. Một người trong xóm biết nộp hồ sơ trên mạng là cả xóm đỡ đi.',
    questions: [
      'Mười thủ tục bà con hay làm nhất, thủ tục nào nộp trên mạng được?',
      'Đảng viên nào đã tự làm, kể lại từng bước?',
      'Nhà văn hóa thôn có đủ sóng, máy, người để giúp không?',
      'Chỗ nào khó quá cần kiến nghị lên xã?',
    ],
    sources: [SCIENCE, 'Luật Giao dịch điện tử năm 2023'],
    confidence: 'G',
  },
  {
    id: 'digital-sell-online',
    group: 'digital',
    title: 'Bán nông sản trên mạng, thanh toán không tiền mặt',
    why: 'Vải, bưởi, mật ong bán qua livestream có khi hơn giá thương lái. Nhưng phải giữ chữ tín và biết phòng lừa.',
    questions: [
      'Ai trong thôn đã bán trên mạng, được gì, mất gì?',
      'Nông sản nào hợp, đóng gói và giao hàng thế nào?',
      'Dùng mã QR, chuyển khoản cần giữ an toàn ra sao?',
      'Đoàn thanh niên nhận giúp những hộ nào?',
    ],
    months: [5, 6, 10, 11],
    sources: [SCIENCE, 'Nghị quyết 68-NQ/TW ngày 04/5/2025 của Bộ Chính trị'],
    confidence: 'G',
  },
  {
    id: 'digital-private-data',
    group: 'digital',
    title: 'Giữ kín dữ liệu của dân, không đưa tài liệu mật lên mạng',
    why: 'Danh sách hộ nghèo, ảnh căn cước gửi qua nhóm Zalo là lộ. Đảng viên làm việc thôn phải giữ trước.',
    questions: [
      'Thôn đang giữ những danh sách nào, ở máy của ai?',
      'Giấy tờ nào không bao giờ được chụp gửi qua mạng?',
      'Nhóm Zalo của thôn có người lạ không, ai quản?',
      'Lỡ gửi nhầm thì làm gì, báo ai?',
    ],
    sources: ['Luật Bảo vệ dữ liệu cá nhân năm 2025', 'Luật Bảo vệ bí mật nhà nước (117/2025/QH15)'],
    confidence: 'L',
  },
]
