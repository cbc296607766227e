export const news = {
  title: 'Có gì mới',
  '2.meeting':
    'Đang sinh hoạt: điều hành, điểm danh, ghi ý kiến, biểu quyết trên một màn hình, không cần mạng; máy khác làm tiếp được.',
  '2.adopt':
    'Thông qua, ký, lấy số ngay trên máy; biên bản tự viết từ diễn biến; mỗi dòng nhiệm vụ giao thành việc được.',
  '2.papers':
    'In nghị quyết, biên bản, giấy mời, danh sách ký, phiếu biểu quyết đúng thể thức; lưu được tệp Word.',
  '2.plan':
    'Lên kế hoạch từng buổi, có mẫu chương trình, việc chuẩn bị, lời mời, và gợi ý cho người chuẩn bị.',
  '2.score': 'Chi bộ tự chấm buổi sinh hoạt theo 7 tiêu chí, có ghi lý do.',
  '2.people':
    'Việc về con người: nguồn kết nạp, nhắc hết thời gian dự bị, biểu quyết hai phần ba từng người, xã xác nhận rồi đổi danh sách.',
  '1.notices':
    'Thông báo cho bà con có ngày hết hạn, có nút thêm vào lịch, in được kèm mã QR, và có sẵn lời cho Zalo, tin nhắn, loa.',
  '1.picture':
    'Thông báo kèm được một ảnh; sổ tự thu nhỏ, bỏ nơi chụp. Gửi qua Zalo có thẻ ghi rõ việc gì, bao giờ, ở đâu.',
  '1.board':
    'Trang thông báo chung của chi bộ: một địa chỉ không đổi để dán mã QR ở nhà văn hóa; biết khoảng bao nhiêu lượt mở, không theo dõi ai.',
  '1.membersOnly': 'Thông báo chỉ cho đảng viên, có nút “Tôi đã đọc”.',
  '1.together': 'Hai người cùng soạn một văn bản thấy tên và chữ của nhau khi có mạng.',
  '1.discuss':
    'Góp ý, đề nghị sửa từng đoạn của dự thảo; người soạn bấm một cái là nhận. Đặt tên cho từng bản và so hai bản với nhau.',
  '1.pictures': 'Thông báo có ảnh, thẻ xem trước khi gửi qua Zalo, và trang chung các thông báo của chi bộ.',
  '1.lists': 'Nhập danh sách đảng viên từ tệp Excel, in phiếu vào sổ, duyệt nhiều máy một lúc.',
  '1.shared':
    'Một máy tính nhiều người dùng, mỗi người một sổ và một mã PIN; nhờ người khác nhập hộ, có ghi tên.',
  '1.install': 'Trang hướng dẫn cài sổ lên màn hình, trong mục Cài đặt.',
  '1.mine': '“Trang của tôi”: sổ giữ gì về đồng chí, ai đọc được, và lưu phần của mình ra tệp.',
} as const
