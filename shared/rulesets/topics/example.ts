import type { Topic } from './topic.ts'

const DIRECTIVE = 'Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị'
const CONCLUSION = 'Kết luận 01-KL/TW ngày 18/5/2021 của Bộ Chính trị'

/** Studying and following Hồ Chí Minh: one thing that can be done, not a lecture. */
export const EXAMPLE_TOPICS: readonly Topic[] = [
  {
    id: 'hcm-one-deed',
    group: 'example',
    title: 'Mỗi đảng viên một việc làm cụ thể theo gương Bác',
    why: 'Học Bác dễ thành đọc tài liệu rồi thôi. Buổi này để mỗi đồng chí chọn một việc nhỏ làm được ngay ở thôn và hẹn ngày báo kết quả.',
    questions: [
      'Năm qua chi bộ ta đã học và làm theo Bác được việc gì bà con nhìn thấy?',
      'Việc nào đã đăng ký mà chưa làm, vì sao?',
      'Mỗi đồng chí nhận một việc gì, xong vào tháng nào?',
      'Ai theo dõi và báo lại với chi bộ?',
    ],
    months: [1, 5],
    sources: [DIRECTIVE, CONCLUSION],
    confidence: 'G',
  },
  {
    id: 'hcm-thrift',
    group: 'example',
    title: 'Học Bác về cần, kiệm: chi tiêu của thôn, của gia đình',
    why: 'Quỹ thôn, đám cỗ, mua sắm đều là tiền mồ hôi của dân. Đảng viên tiết kiệm trước thì nói bà con mới nghe.',
    questions: [
      'Khoản chi chung nào của thôn còn lãng phí?',
      'Cỗ bàn, lễ lạt trong gia đình đảng viên đã gọn hơn chưa?',
      'Quỹ thôn, quỹ hội được công khai khi nào, ở đâu?',
      'Chi bộ thống nhất giảm những khoản nào trong năm nay?',
    ],
    months: [1, 2, 12],
    sources: [DIRECTIVE, 'Tác phẩm “Cần, kiệm, liêm, chính” (1949)', CONCLUSION],
    confidence: 'G',
  },
  {
    id: 'hcm-close-to-people',
    group: 'example',
    title: 'Gần dân, nghe dân theo phong cách Hồ Chí Minh',
    why: 'Nhiều việc ở thôn căng lên vì không ai đến nghe từ đầu. Đảng viên ở cùng xóm là người nghe được sớm nhất.',
    questions: [
      'Mỗi đồng chí phụ trách những hộ nào, lần gần nhất đến thăm là bao giờ?',
      'Bà con đang bức xúc điều gì mà chi bộ chưa bàn?',
      'Ý kiến của bà con được ghi lại và trả lời ra sao?',
      'Cần phân công lại hộ phụ trách thế nào cho hợp?',
    ],
    sources: [DIRECTIVE, CONCLUSION],
    confidence: 'G',
  },
  {
    id: 'hcm-self-criticism',
    group: 'example',
    title: 'Học Bác về tự phê bình và phê bình',
    why: 'Phê bình nể nang thì khuyết điểm để lâu thành bệnh. Buổi này bàn cách góp ý cho có tình mà vẫn thẳng.',
    questions: [
      'Vì sao trong chi bộ còn ngại góp ý cho nhau?',
      'Lần góp ý nào đã giúp một đồng chí tiến bộ thật sự?',
      'Góp ý thế nào để đúng việc, không đụng chạm con người?',
      'Mỗi đồng chí tự nêu một điều mình cần sửa trong quý tới.',
    ],
    months: [10, 11],
    sources: ['Tác phẩm “Sửa đổi lối làm việc” (1947)', 'Nghị quyết 04-NQ/TW ngày 30/10/2016 (khóa XII)'],
    confidence: 'G',
  },
  {
    id: 'hcm-ethics-standard',
    group: 'example',
    title: 'Chuẩn mực đạo đức của người đảng viên ở thôn',
    why: 'Chuẩn mực viết chung cho cả nước; ở thôn nó là chuyện giữ lời, tiền bạc rõ ràng, ăn ở với xóm giềng.',
    questions: [
      'Trong các chuẩn mực, điều nào khó giữ nhất ở thôn ta?',
      'Bà con đang khen, chê đảng viên thôn ta điều gì?',
      'Bản cam kết đầu năm đã gắn với các chuẩn mực ấy chưa?',
      'Gia đình đảng viên đã gương mẫu thế nào?',
    ],
    months: [1, 5, 9],
    sources: ['Quy định 144-QĐ/TW ngày 09/5/2024 của Bộ Chính trị', CONCLUSION],
    confidence: 'G',
  },
  {
    id: 'hcm-learning',
    group: 'example',
    title: 'Học suốt đời: đảng viên lớn tuổi học cái mới',
    why: 'Bác học đến cuối đời. Cây trồng, giá cả, điện thoại đều đổi nhanh; đảng viên không học thì không hướng dẫn được ai.',
    questions: [
      'Đồng chí nào vừa học được điều mới có ích, kể cho chi bộ?',
      'Chi bộ ta đang thiếu hiểu biết nhất ở mặt nào?',
      'Ai trong thôn có thể chỉ lại cho chi bộ, kể cả người trẻ?',
      'Mỗi tháng dành bao nhiêu phút để cùng học một điều?',
    ],
    sources: [DIRECTIVE, 'Phong trào “Bình dân học vụ số” (từ năm 2025)'],
    confidence: 'G',
  },
]
