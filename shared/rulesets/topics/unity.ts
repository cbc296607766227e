import type { Topic } from './topic.ts'

/** People together: Front and associations, faiths, peoples, the say of everybody. */
export const UNITY_TOPICS: readonly Topic[] = [
  {
    id: 'unity-democracy',
    group: 'unity',
    title: 'Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng',
    why: 'Việc gì dân được bàn từ đầu thì làm nhanh và bền. Luật đã nói rõ việc nào phải hỏi dân.',
    questions: [
      'Năm qua việc nào của thôn đã họp dân, việc nào bỏ qua?',
      'Cuộc họp thôn gần nhất có bao nhiêu nhà dự, vì sao vắng?',
      'Điều gì phải niêm yết mà chưa niêm yết?',
      'Ban Thanh tra nhân dân, giám sát đầu tư cộng đồng làm được gì?',
    ],
    sources: ['Luật Thực hiện dân chủ ở cơ sở năm 2022'],
    confidence: 'G',
  },
  {
    id: 'unity-faiths',
    group: 'unity',
    title: 'Đoàn kết lương giáo, tôn trọng tín ngưỡng của nhau',
    why: 'Nhà thờ, chùa, đình đều là nơi bà con gửi lòng. Hiểu nhau thì kẻ xấu không chia rẽ được.',
    questions: [
      'Trong thôn có những tôn giáo nào, quan hệ ra sao?',
      'Dịp lễ nào chi bộ nên đến thăm, chúc mừng?',
      'Có ai lợi dụng tín ngưỡng để trục lợi, mê tín?',
      'Chức sắc, người có uy tín đang giúp thôn việc gì?',
    ],
    months: [4, 5, 12],
    sources: ['Luật Tín ngưỡng, tôn giáo năm 2016', 'Nghị quyết 43-NQ/TW ngày 24/11/2023 (khóa XIII)'],
    confidence: 'G',
  },
  {
    id: 'unity-peoples',
    group: 'unity',
    title: 'Các dân tộc trong thôn: giữ tiếng nói, nếp hay, giúp nhau làm ăn',
    why: 'Một thôn mấy dân tộc cùng ở thì càng phải công bằng. Tiếng nói, điệu hát, nghề cũ mất đi là không lấy lại được.',
    questions: [
      'Nếp hay nào của từng dân tộc cần giữ, ai còn biết dạy?',
      'Tục nào nên bỏ dần, như tảo hôn, thách cưới cao?',
      'Hộ nào còn thiếu đất, thiếu nước, ngại nói?',
      'Người có uy tín được chi bộ hỏi ý kiến thế nào?',
    ],
    months: [11, 1],
    sources: [
      'Chương trình mục tiêu quốc gia vùng đồng bào dân tộc thiểu số và miền núi (giai đoạn đang thực hiện)',
      'Nghị quyết 43-NQ/TW ngày 24/11/2023 (khóa XIII)',
    ],
    confidence: 'G',
  },
  {
    id: 'unity-great-solidarity-day',
    group: 'unity',
    title: 'Ngày hội Đại đoàn kết 18/11: chuẩn bị cho vui và thật',
    why: 'Đây là ngày cả thôn ngồi cùng nhau. Bàn trước để ít báo cáo, nhiều gặp gỡ, khen đúng người làm được việc.',
    questions: [
      'Năm nay thôn muốn cảm ơn, biểu dương những ai?',
      'Phần nào nên bớt, phần nào bà con thích nhất?',
      'Người ốm, người ở xa được nhớ đến thế nào?',
      'Góp bao nhiêu, chi công khai ra sao?',
    ],
    months: [9, 10],
    sources: ['Luật Mặt trận Tổ quốc Việt Nam năm 2015', 'Nghị quyết 43-NQ/TW ngày 24/11/2023 (khóa XIII)'],
    confidence: 'G',
  },
  {
    id: 'unity-associations',
    group: 'unity',
    title: 'Chi bộ lãnh đạo Mặt trận, các chi hội ở thôn',
    why: 'Chi hội mạnh thì việc thôn có tay có chân. Nhiều chi hội chỉ còn danh sách, hội viên không biết mình là hội viên.',
    questions: [
      'Từng chi hội trong thôn đang làm việc gì thật?',
      'Đảng viên nào phụ trách chi hội nào, họp với họ khi nào?',
      'Chi đoàn thanh niên vắng người thì sinh hoạt ra sao?',
      'Việc nào nên để chi hội chủ trì thay chi bộ?',
    ],
    months: [3, 10],
    sources: [
      'Quyết định 23-QĐ/TW ngày 30/7/2021 về quy chế công tác dân vận',
      'Nghị quyết 25-NQ/TW ngày 03/6/2013 (khóa XI)',
    ],
    confidence: 'G',
  },
  {
    id: 'unity-village-convention',
    group: 'unity',
    title: 'Sửa hương ước, quy ước của thôn cho hợp thời',
    why: 'Nhiều quy ước viết từ lâu, không ai nhớ, có điều trái luật. Cùng sửa là dịp cả thôn thống nhất nếp sống.',
    questions: [
      'Quy ước hiện nay còn điều nào dùng được, điều nào lạc hậu?',
      'Thiếu điều gì: rác, loa đài, chó thả rông, đóng góp?',
      'Lấy ý kiến các hộ bằng cách nào cho đủ?',
      'Ai soạn, xong tháng nào, gửi xã công nhận ra sao?',
    ],
    sources: ['Nghị định 61/2023/NĐ-CP ngày 16/8/2023', 'Luật Thực hiện dân chủ ở cơ sở năm 2022'],
    confidence: 'G',
  },
]
