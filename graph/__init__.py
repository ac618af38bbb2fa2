"""The obligations across documents (đồ thị nghĩa vụ): who owns a task, what rests on what. See docs/graph.md."""
